/** What is used of it: the package brings no types. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string | undefined>>;

  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => Attributes) => void): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    /** Entities are not decoded. */
    on(event: 'text' | 'cdata', listener: (text: string) => void): this;
    /** Throws on what is no well-formed XML, as `end` does. */
    write(xml: string): this;
    end(): void;
  }
}
