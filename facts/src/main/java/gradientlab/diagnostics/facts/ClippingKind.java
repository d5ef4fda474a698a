package gradientlab.diagnostics.facts;

/** What DL4J does to a layer's gradient (divided by the batch size) before the updater sees it. */
public enum ClippingKind {
    /** Nothing. */
    NONE,
    /** Divides by the norm of the layer's gradient. */
    RENORMALIZE_PER_LAYER,
    /** Divides each parameter's gradient by its norm. */
    RENORMALIZE_PER_PARAMETER,
    /** Cuts each value off at ± the threshold. */
    CLIP_VALUES,
    /** Scales the layer's gradient down to the threshold where its norm is above. */
    CLIP_PER_LAYER,
    /** Scales each parameter's gradient down to the threshold where its norm is above. */
    CLIP_PER_PARAMETER
}
