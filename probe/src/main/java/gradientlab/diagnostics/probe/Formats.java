package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the channels of a network's arrays lie: DL4J sets each format for a whole network.
 *
 * @param imagesLast whether rank 4 means [b, h, w, c] and not [b, c, h, w]
 * @param sequencesLast whether rank 3 means [b, t, c] and not [b, c, t]
 * @param volumesLast whether rank 5 means [b, d, h, w, c] and not [b, c, d, h, w]
 */
record Formats(boolean imagesLast, boolean sequencesLast, boolean volumesLast) {

    /** DL4J's defaults. */
    static final Formats CHANNELS_FIRST = new Formats(false, false, false);

    static Formats of(Layer[] layers) {
        var configurations =
                Arrays.stream(layers).map(layer -> layer.conf().getLayer()).toList();
        return new Formats(
                configurations.stream().anyMatch(layer -> images(layer) == CNN2DFormat.NHWC),
                configurations.stream().anyMatch(layer -> sequences(layer) == RNNFormat.NWC),
                configurations.stream().anyMatch(Formats::volumesLast));
    }

    /** Rows × channels, a row for every place or step of every example; see {@link HostArrays#matrix}. */
    Matrix matrix(INDArray array) {
        return HostArrays.matrix(
                array,
                switch (array.rank()) {
                    case 3 -> sequencesLast;
                    case 4 -> imagesLast;
                    default -> volumesLast;
                });
    }

    /** Sequences as [b, c, t]. */
    INDArray channelsFirst(INDArray sequence) {
        return sequencesLast ? sequence.permute(0, 2, 1) : sequence;
    }

    private static CNN2DFormat images(org.deeplearning4j.nn.conf.layers.Layer layer) {
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution.getCnn2dDataFormat();
        } else if (layer instanceof SubsamplingLayer pooling) {
            return pooling.getCnn2dDataFormat();
        }
        return layer instanceof BatchNormalization norm ? norm.getCnn2DFormat() : CNN2DFormat.NCHW;
    }

    private static RNNFormat sequences(org.deeplearning4j.nn.conf.layers.Layer layer) {
        if (layer instanceof BaseRecurrentLayer recurrent) {
            return recurrent.getRnnDataFormat();
        } else if (layer instanceof Bidirectional both) {
            return both.getRNNDataFormat();
        } else if (layer instanceof Convolution1DLayer convolution) {
            return convolution.getRnnDataFormat();
        } else if (layer instanceof EmbeddingSequenceLayer embedding) {
            return embedding.getOutputFormat();
        } else if (layer instanceof TimeDistributed distributed) {
            return distributed.getRnnDataFormat();
        } else if (layer instanceof RnnOutputLayer output) {
            return output.getRnnDataFormat();
        }
        return layer instanceof RnnLossLayer loss ? loss.getRnnDataFormat() : RNNFormat.NCW;
    }

    private static boolean volumesLast(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return layer instanceof Convolution3D convolution
                && convolution.getDataFormat() == Convolution3D.DataFormat.NDHWC;
    }
}
