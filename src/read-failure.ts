// Why a file cannot be read, in okhelp's own errors.
import { OkhelpError } from './errors.ts';

/** What the operating system says of reading a file, as one of our errors. */
export function readFailure(error: unknown, file: string): OkhelpError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new OkhelpError('file-not-found', { file }, error);
  if (code === 'EISDIR') return new OkhelpError('file-is-directory', { file }, error);
  if (code === 'EACCES' || code === 'EPERM') return new OkhelpError('file-denied', { file }, error);
  return new OkhelpError('file-unreadable', { file, reason: code }, error);
}
