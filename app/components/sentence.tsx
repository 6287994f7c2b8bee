import { Fragment, type ReactNode } from "react";

/** A sentence of a catalogue whose `{places}` are filled with links or other markup. */
export function Sentence({ words, ...parts }: { words: string } & Readonly<Record<string, ReactNode>>) {
  return words.split(/(\{\w+\})/).map((piece, index) => {
    const place = /^\{(\w+)\}$/.exec(piece)?.[1];
    return <Fragment key={index}>{place !== undefined && place in parts ? parts[place] : piece}</Fragment>;
  });
}
