package gradientlab.theory;

/**
 * How deep signals and gradients reach in a plain net (Schoenholz et al. 2017), in layers.
 *
 * @param variance q*, the variance of the pre-activations deep in the net
 * @param correlation c*, the correlation of two inputs deep in the net
 * @param chi χ₁ at q*: the factor of Var δ per layer downwards
 * @param ofVariance ξ_q: the distance to q* falls as e^(−l/ξ_q); infinite where any variance is kept, negative where a small
 *     distance grows
 * @param ofCorrelation ξ_c: the distance to c* falls as e^(−l/ξ_c), which limits the depth that can be trained; infinite at
 *     criticality
 * @param ofGradient ξ_∇: Var δ falls as e^(−l/ξ_∇) downwards; infinite at criticality, negative where δ grows downwards
 */
public record DepthScales(
        double variance, double correlation, double chi, double ofVariance, double ofCorrelation, double ofGradient) {}
