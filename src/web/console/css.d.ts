// Tells the type checker that style sheets may be imported: the build bundles them.
declare module '*.css';
