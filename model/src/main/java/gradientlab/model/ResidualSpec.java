package gradientlab.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The net of a specification with an identity skip around every hidden layer but the first.
 *
 * <p>In the order of He et al. 2016 ("Identity mappings in deep residual networks", figure 4e): z₁ = W₁x + b₁ and
 * zₖ = zₖ₋₁ + s·(Wₖ f(n(zₖ₋₁)) + bₖ), where n is the normalisation if there is one and s the scale of the branches; the
 * output layer reads f(n(z)) of the last. So a net of depth d has the parameters of {@code net} bit for bit (unless the
 * scaling starts some at 0), and leaving out the sum "zₖ₋₁ +" makes it that net.
 *
 * <p>The vertices are {@code hidden-k}, {@code skip-k} (the sum, from k = 2 on), {@code norm-k}, {@code tanh-k} and
 * {@code output}, with {@code scale-k} between {@code hidden-k} and {@code skip-k} where branches are scaled; the input
 * is {@code input}.
 *
 * @param net the layers: hidden layers of one width, the normalisation if any before the nonlinearity
 * @param scaling how the branches are scaled
 */
public record ResidualSpec(MlpSpec net, ResidualScaling scaling) {

    /** @throws IllegalArgumentException naming the component, the rule and the value */
    public ResidualSpec {
        if (net.hidden().stream().distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "ResidualSpec.net must have hidden layers of one width, not " + net.hidden());
        }
        if (net.normalisation() != Normalisation.NONE && net.normPosition() != NormPosition.BEFORE) {
            throw new IllegalArgumentException(
                    "ResidualSpec.net must be normalised before the nonlinearity, not " + net.normPosition() + " it");
        }
        net.requireNoData();
    }

    /** How many branches there are: one for each hidden layer after the first. */
    public int branches() {
        return net.hidden().size() - 1;
    }

    /** The scale s of the branches: 1/√L of L branches for FIXUP, else 1. */
    public double branchScale() {
        return scaling == ResidualScaling.FIXUP && branches() > 0 ? 1 / Math.sqrt(branches()) : 1;
    }

    /** The DL4J configuration. */
    public ComputationGraphConfiguration toConfiguration() {
        return ResidualConfiguration.of(this);
    }

    /** A new network with the parameters of this specification. */
    public ComputationGraph toGraph() {
        ComputationGraph graph = new ComputationGraph(toConfiguration());
        graph.init();
        return graph;
    }
}
