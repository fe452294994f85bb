// The little of a shell that stories need: words and quotes, redirections, here-documents, variables before a command.

/** One command line as a shell would take it apart. */
export interface CommandLine {
  /** `NAME=value` before the command. */
  env: Record<string, string>;
  words: string[];
  /** `< FILE`. */
  stdin: string | null;
  /** `> FILE` or `>> FILE`. */
  stdout: { file: string; append: boolean } | null;
  /** `2> FILE`. */
  stderr: string | null;
  /** The word that ends a here-document (`<< 'END'`). */
  hereDocument: string | null;
  /** The next command of a pipe. */
  pipe: CommandLine | null;
}

interface Token {
  text: string;
  /** Not quoted, and so an operator such as `>` or a variable's assignment. */
  plain: boolean;
}

/** Throws where the line uses more of the shell than this. */
export function readCommandLine(line: string): CommandLine {
  const stages: Token[][] = [[]];
  for (const token of tokens(line)) {
    if (token.plain && token.text === '|') stages.push([]);
    else stages.at(-1)!.push(token);
  }
  return stages.reduceRight<CommandLine | null>((pipe, stage) => ({ ...readStage(stage, line), pipe }), null)!;
}

function readStage(stage: readonly Token[], line: string): Omit<CommandLine, 'pipe'> {
  const command: Omit<CommandLine, 'pipe'> = {
    env: {},
    words: [],
    stdin: null,
    stdout: null,
    stderr: null,
    hereDocument: null,
  };
  for (let i = 0; i < stage.length; i++) {
    const { text, plain } = stage[i]!;
    const operand = () => {
      const next = stage[++i];
      if (!next) throw new Error(`${line}: nothing behind ${text}`);
      return next.text;
    };
    if (plain && text === '<') command.stdin = operand();
    else if (plain && text === '<<') command.hereDocument = operand();
    else if (plain && (text === '>' || text === '>>')) command.stdout = { file: operand(), append: text === '>>' };
    else if (plain && text === '2>') command.stderr = operand();
    else {
      const [, name, value] = (command.words.length === 0 && /^([A-Z_]+)=(.*)$/s.exec(text)) || [];
      if (name) command.env[name] = value!;
      else command.words.push(text);
    }
  }
  if (command.words.length === 0) throw new Error(`${line}: no command`);
  return command;
}

const OPERATORS = /^(2>|>>|<<|[<>|])/;

function tokens(line: string): Token[] {
  const found: Token[] = [];
  let word: Token | null = null;
  const add = (text: string, plain = true) => {
    word ??= { text: '', plain: true };
    word.text += text;
    word.plain &&= plain;
  };
  const end = () => {
    if (word) found.push(word);
    word = null;
  };
  for (let rest = line; rest; ) {
    const operator = OPERATORS.exec(rest)?.[0];
    const [piece, text] = /^'([^']*)'/.exec(rest) ?? /^"((?:[^"\\$`]|\\.)*)"/s.exec(rest) ?? /^\\(.)/s.exec(rest) ?? [];
    if (/^\s/.test(rest) || (rest[0] === '#' && !word)) {
      end();
      rest = rest[0] === '#' ? '' : rest.trimStart();
    } else if (operator && !(operator === '2>' && word)) {
      end();
      found.push({ text: operator, plain: true });
      rest = rest.slice(operator.length);
    } else if (piece !== undefined) {
      add(piece[0] === '"' ? text!.replace(/\\(["\\$`])/g, '$1') : text!, false);
      rest = rest.slice(piece.length);
    } else if (/["'$`;&*?()]/.test(rest[0]!)) {
      throw new Error(`${line}: stories know nothing of ${rest[0]} here`);
    } else {
      add(rest[0]!);
      rest = rest.slice(1);
    }
  }
  end();
  return found;
}
