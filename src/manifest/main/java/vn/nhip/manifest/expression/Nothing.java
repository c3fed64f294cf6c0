package vn.nhip.manifest.expression;

/** The two ways of not being there: a value that is none, and a name or index that does not exist. */
enum Nothing {
    NONE,
    MISSING
}
