package gradientlab.diagnostics.facts;

/** What a column of an input is. */
public enum InputKind {
    /** A feature of a table; an image or a sequence that was flattened before is one, too. */
    TABLE,
    /** A channel of feature maps, over all their pixels. */
    CHANNELS,
    /** A feature of sequences, over all time steps that are not masked. */
    SEQUENCE,
    /** A number that names an entry of an embedding: its size means nothing. */
    INDICES
}
