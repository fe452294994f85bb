// What may stand where the cursor is: values with what each means, or a file or folder, which the shell knows better.

export interface Candidate {
  value: string;
  /** In the user's language; may be empty. */
  says: string;
}

export interface Offer {
  is: 'words' | 'file' | 'folder';
  candidates: Candidate[];
}

export const NOTHING: Offer = { is: 'words', candidates: [] };

export const words = (candidates: Candidate[]): Offer => ({ is: 'words', candidates });
