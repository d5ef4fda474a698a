package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;

/**
 * One gate of a recurrent layer during a forward pass, or its candidate.
 *
 * <p>With x_t the input and h_t the output of step t, an LSTM has z = x_t W + h_{t−1} RW + b for each of input gate i,
 * forget gate f, output gate o and candidate g; then c_t = f c_{t−1} + i g and h_t = o tanh(c_t) (Hochreiter and
 * Schmidhuber 1997; Gers et al. 2000).
 *
 * @param name {@code input}, {@code forget}, {@code output} or {@code candidate}
 * @param nonlinearity what is applied to z
 * @param preActivation z, (examples · steps that are not masked) × units
 * @param activation the gate itself, as z
 */
public record GateCapture(String name, ActivationFunction nonlinearity, Matrix preActivation, Matrix activation) {}
