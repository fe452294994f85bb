// A line to type: what is wrong with it stands above it, ? tells more, < goes back (both also behind the text that stands there),
// several pasted lines become one.
import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { accepted } from './accepted.ts';
import { plainForm } from './matching-choices.ts';

export interface LineConfig {
  /** Stands there at first. */
  initial: string;
  /** What is shown as the answer where the person goes back; null where there is no way back. */
  back: string | null;
  /** A sentence saying what is wrong, or null where the text will do. */
  validate?: (text: string) => string | null;
  draw: {
    question(done: boolean): string;
    answer(text: string): string;
    wrong(text: string): string;
    typed(text: string): string;
    help: string;
  };
}

/** A `?` alone, or behind the text that stands there at first: nobody should have to clear that first. */
const asksForHelp = (text: string, initial: string): boolean =>
  text !== initial && (plainForm(text) === '?' || plainForm(text) === `${plainForm(initial)}?`);

/** Gives the text without the spaces around it; null for the way back. */
export const linePrompt = createPrompt<string | null, LineConfig>((config, done) => {
  const { initial, back, validate, draw } = config;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [helps, setHelps] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const pasting = useRef(false);
  const finish = (value: string | null, shown: string) => {
    setAnswer(shown);
    done(value);
  };

  useEffect((rl) => {
    if (initial === '') return;
    rl.write(initial);
    setTyped(initial);
  }, []);

  useKeypress((key, rl) => {
    const keep = (line: string) => {
      rl.clearLine(0);
      rl.write(line);
      setTyped(line);
    };
    if (key.name === 'paste-start' || key.name === 'paste-end') {
      pasting.current = key.name === 'paste-start';
    } else if (isEnterKey(key)) {
      const text = typed.trim();
      // readline has taken the line away.
      if (pasting.current) keep(text === '' ? '' : `${text} `);
      else if (asksForHelp(text, initial)) {
        keep(text.length > 1 ? initial : '');
        setWrong('');
        setHelps(true);
      } else if (back !== null && plainForm(text).endsWith('<')) finish(null, back);
      else {
        const result = accepted(text, validate);
        if ('value' in result) finish(result.value, result.value);
        else {
          keep(typed);
          setWrong(result.wrong);
        }
      }
    } else if (rl.line !== typed) {
      const line = rl.line.replaceAll('\t', ' ');
      if (line === rl.line) setTyped(line);
      else keep(line);
      setWrong('');
    }
  });

  if (answer !== null) return `${draw.question(true)}${answer === '' ? '' : draw.answer(answer)}`;
  const above = [draw.question(false), ...(helps ? [draw.help] : []), ...(wrong ? [draw.wrong(wrong)] : [])];
  return `${above.join('\n')}\n${draw.typed(typed)}`;
});
