// A line to type: what is wrong with it stands above it, ? tells more, < goes back, several pasted lines become one.
import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { accepted } from './accepted.ts';
import { plainForm } from './matching-choices.ts';

export interface LineConfig {
  /** Stands there at first. */
  initial: string;
  back: boolean;
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
      else if (plainForm(text) === '?' && initial !== text) {
        keep('');
        setHelps(true);
      } else if (back && plainForm(text).endsWith('<')) finish(null, text);
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
