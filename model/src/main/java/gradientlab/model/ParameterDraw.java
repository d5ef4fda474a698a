package gradientlab.model;

import java.io.Serializable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The draw of one parameter tensor: distribution, amount and seed, so that the tensor can be drawn again bit for bit.
 *
 * <p>The numbers do not depend on ND4J's random generator, its backend or what was drawn before.
 */
record ParameterDraw(WeightDistribution distribution, double amount, long seed) implements Serializable {

    @JsonCreator
    ParameterDraw(
            @JsonProperty("distribution") WeightDistribution distribution,
            @JsonProperty("amount") double amount,
            @JsonProperty("seed") long seed) {
        this.distribution = distribution;
        this.amount = amount;
        this.seed = seed;
    }

    /** A float32 array of shape [rows, columns]. */
    INDArray draw(int rows, int columns) {
        float[] values = new float[rows * columns];
        distribution.fill(values, rows, amount, new SingleThreadRandom(seed));
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }
}
