package gradientlab.activations;

/** Where the gain of a nonlinearity comes from. */
public enum GainSource {
    /** PyTorch's {@code torch.nn.init.calculate_gain}. */
    PYTORCH,
    /** 1/√E[f(z)²] with z ~ N(0, 1): He et al. 2015, equation 8, for a general f. */
    QUADRATURE,
    /** 1: the function does not act on single values, or is not known. */
    NONE
}
