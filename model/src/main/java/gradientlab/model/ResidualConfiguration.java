package gradientlab.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;

/** Turns a residual specification into DL4J's configuration of a graph. */
final class ResidualConfiguration {

    private static final String INPUT = "input";

    private final ResidualSpec spec;
    private final MlpLayers layers;
    private final ComputationGraphConfiguration.GraphBuilder graph;

    private ResidualConfiguration(ResidualSpec spec) {
        this.spec = spec;
        this.layers = new MlpLayers(spec.net());
        this.graph = layers.builder().graphBuilder().addInputs(INPUT);
    }

    static ComputationGraphConfiguration of(ResidualSpec spec) {
        return new ResidualConfiguration(spec).build();
    }

    private ComputationGraphConfiguration build() {
        String stream = MlpLayers.affineName(1);
        graph.addLayer(stream, layers.affine(1, 1), INPUT);
        String activation = activated(1, stream);
        for (int number = 2; number <= layers.depth(); number++) {
            stream = skipped(number, branch(number, activation), stream);
            activation = activated(number, stream);
        }
        graph.addLayer(MlpLayers.OUTPUT, layers.output(start()), activation);
        return graph.setOutputs(MlpLayers.OUTPUT).build();
    }

    /** With Fixup's scaling the branches and the output layer start at 0. */
    private double start() {
        return spec.scaling() == ResidualScaling.FIXUP ? 0 : 1;
    }

    private String branch(int number, String input) {
        String affine = MlpLayers.affineName(number);
        graph.addLayer(affine, layers.affine(number, start()), input);
        if (spec.scaling() != ResidualScaling.FIXUP) {
            return affine;
        }
        graph.addVertex("scale-" + number, new ScaleVertex(spec.branchScale()), affine);
        return "scale-" + number;
    }

    private String skipped(int number, String branch, String stream) {
        graph.addVertex("skip-" + number, new ElementWiseVertex(ElementWiseVertex.Op.Add), stream, branch);
        return "skip-" + number;
    }

    private String activated(int number, String stream) {
        String below = stream;
        if (layers.normalised(NormPosition.BEFORE)) {
            below = MlpLayers.normName(number);
            graph.addLayer(below, layers.norm(number), stream);
        }
        String name = layers.nonlinearityName(number);
        graph.addLayer(name, layers.nonlinearity(number), below);
        return name;
    }
}
