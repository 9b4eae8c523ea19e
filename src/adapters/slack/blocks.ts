export * from './blocks/buttons.ts';
export * from './blocks/inputs.ts';
export * from './blocks/layout.ts';
export * from './blocks/progress.ts';
export * from './blocks/text-in.ts';
export * from './blocks/text-objects.ts';
export * from './blocks/views.ts';
export * from './text.ts';
