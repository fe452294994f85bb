// A list to choose from: ↑↓ marks, typing narrows it, ? tells more, < goes back; drawn anew at each key.
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useKeypress,
  usePagination,
  useRef,
  useState,
} from '@inquirer/core';
import { placesHolding, plainForm } from './matching-choices.ts';

export interface ListItem {
  /** As it is shown, wrapped; as it is shown once it is chosen. */
  name: string;
  label: string;
  hint?: string;
}

export interface ListConfig {
  items: ListItem[];
  /** The place, from 0, that is marked at first. */
  marked: number;
  /** Offered last; its place is `items.length`. Null where there is no way back. */
  back: string | null;
  /** Rows for the choices. */
  room: number;
  /** Shown with what was typed, also before anything is: for a list that is longer than the screen. */
  long: boolean;
  draw: {
    question(done: boolean): string;
    answer(label: string): string;
    item(name: string, marked: boolean): string;
    hint(text: string): string;
    search(typed: string): string;
    nothing(typed: string): string;
    keys(more: boolean): string;
    help: string;
  };
}

const rowsOf = (text: string): number => text.split('\n').length;

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/** Gives the place of the choice, from 0; `items.length` for the way back. */
export const listPrompt = createPrompt<number, ListConfig>((config, done) => {
  const { items, back, room, draw } = config;
  const last = items.length;
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(config.marked);
  const [helps, setHelps] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const pasting = useRef(false);
  const choices = items.map(({ label, hint }) => ({ label, value: label, ...(hint !== undefined && { hint }) }));
  const shownFor = (text: string) => {
    const found = plainForm(text) === '' ? items.map((_, place) => place) : placesHolding(text, choices);
    return back !== null && plainForm(text) === '' ? [...found, last] : found;
  };
  const shown = shownFor(typed);
  const take = (place: number) => {
    setChosen(place);
    done(place);
  };

  useKeypress((key, rl) => {
    const text = rl.line;
    const keep = (line: string) => {
      rl.clearLine(0);
      rl.write(line);
      setTyped(line);
    };
    if (key.name === 'paste-start' || key.name === 'paste-end') pasting.current = key.name === 'paste-start';
    else if (isEnterKey(key)) {
      if (pasting.current) keep(`${typed} `);
      else if (shown.includes(marked)) take(marked);
      else keep(typed);
    } else if (isUpKey(key) || isDownKey(key)) {
      keep(typed);
      const at = shown.indexOf(marked) + (isUpKey(key) ? -1 : 1);
      setMarked(shown[Math.max(0, Math.min(shown.length - 1, at))] ?? marked);
    } else if (plainForm(text).endsWith('?')) {
      keep(typed);
      setHelps(!helps);
    } else if (back !== null && plainForm(text) === '<') take(last);
    else if (key.name === 'escape') {
      if (!helps) keep('');
      setHelps(false);
    } else if (text !== typed) {
      setTyped(text);
      const left = shownFor(text);
      const numbered = /^\d+$/.test(plainForm(text)) ? Number(plainForm(text)) - 1 : -1;
      if (left.length === 0 && numbered >= 0 && numbered < last) {
        keep('');
        setMarked(numbered);
      } else if (!left.includes(marked)) setMarked(left[0] ?? config.marked);
    }
  });

  const names = shown.map((place) => (place === last ? back! : items[place]!.name));
  const height = names.reduce((sum, name) => sum + name.split('\n').length, 0);
  // What tells more is longer than the keys; the question stays in sight all the same.
  const longer = helps ? rowsOf(draw.help) - rowsOf(draw.keys(true)) : 0;
  const page = usePagination({
    items: names.length > 0 ? names : [''],
    active: Math.max(0, shown.indexOf(marked)),
    renderItem: ({ item, isActive }) => (item === '' ? '' : draw.item(item, isActive)),
    pageSize: Math.max(1, Math.min(height, Math.max(5, room - longer))),
    loop: false,
  });
  if (chosen !== null)
    return `${draw.question(true)}${draw.answer(chosen === last ? back! : items[chosen]!.label)}${SHOW_CURSOR}`;
  const hint = items[marked]?.hint;
  const below = [
    names.length > 0 ? page : draw.nothing(typed),
    ...(hint && shown.includes(marked) ? [' ', draw.hint(hint)] : [' ']),
    helps ? draw.help : draw.keys(height > room),
  ].join('\n');
  const searching = config.long || typed !== '';
  if (searching) return [`${draw.question(false)}\n${draw.search(typed)}${SHOW_CURSOR}`, below];
  return `${draw.question(false)}\n${below}${HIDE_CURSOR}`;
});
