package gradientlab.model;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

/** Turns a specification into DL4J's configuration: the layers one after the other. */
final class MlpConfiguration {

    private MlpConfiguration() {}

    static MultiLayerConfiguration of(MlpSpec spec) {
        MlpLayers layers = new MlpLayers(spec);
        NeuralNetConfiguration.ListBuilder list = layers.builder().list();
        for (int number = 1; number <= layers.depth(); number++) {
            list.layer(layers.affine(number, 1));
            if (layers.normalised(NormPosition.BEFORE)) {
                list.layer(layers.norm(number));
            }
            list.layer(layers.nonlinearity(number));
            if (layers.normalised(NormPosition.AFTER)) {
                list.layer(layers.norm(number));
            }
        }
        return list.layer(layers.output(1)).build();
    }
}
