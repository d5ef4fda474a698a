package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;

/**
 * One parameter tensor of a layer inside the network's flattened arrays.
 *
 * @param value the tensor in the parameters
 * @param gradient the tensor in the gradients
 * @param length how many values it has
 */
record Parameter(FloatPointer value, FloatPointer gradient, int length) {

    void read(float[] into) {
        value.get(into, 0, length);
    }

    void writeGradient(float[] from) {
        gradient.put(from, 0, length);
    }
}
