/**
 * Mean field theory of fresh, wide networks: what becomes of the signal and of the gradient from layer to layer, before any
 * training. The numbers come from the formulas of the activation functions; no network is built.
 *
 * <p>May depend on: {@code gradientlab.activations}.
 */
package gradientlab.theory;
