package gradientlab.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's updater blocks of a network in the direct engine's form, on the same arrays. */
final class UpdateBlocks {

    private UpdateBlocks() {}

    /** The first updater that has no direct form, as half a sentence. */
    static Optional<String> obstacle(MultiLayerNetwork network) {
        return network.getUpdater() instanceof MultiLayerUpdater updater
                ? obstacle(updater)
                : Optional.of("its updater is not the one that DL4J gives to a network");
    }

    static Optional<String> obstacle(BaseMultiLayerUpdater<?> updater) {
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            if (UpdateRule.of(block.getGradientUpdater().getConfig()).isEmpty()) {
                return Optional.of("there is no direct form of its updater "
                        + block.getGradientUpdater().getConfig().getClass().getSimpleName());
            }
            if (parts(block).map(UpdateBlocks::isDivided).distinct().count() > 1) {
                return Optional.of("one updater block holds learnt parameters and running statistics");
            }
        }
        return Optional.empty();
    }

    static List<UpdateBlock> of(BaseMultiLayerUpdater<?> updater, INDArray parameters, INDArray gradients) {
        return updater.getUpdaterBlocks().stream()
                .map(block -> block(block, parameters, gradients))
                .toList();
    }

    private static UpdateBlock block(UpdaterBlock block, INDArray parameters, INDArray gradients) {
        int start = block.getParamOffsetStart();
        FloatPointer state = block.getUpdaterView() == null ? null : NativeArrays.pointer(block.getUpdaterView(), 0);
        return new UpdateBlock(
                UpdateRule.of(block.getGradientUpdater().getConfig()).orElseThrow(),
                isDivided(block.getLayersAndVariablesInBlock().get(0)),
                NativeArrays.pointer(parameters, start),
                NativeArrays.pointer(gradients, start),
                state,
                block.getParamOffsetEnd() - start);
    }

    private static Stream<UpdaterBlock.ParamState> parts(UpdaterBlock block) {
        return block.getLayersAndVariablesInBlock().stream();
    }

    private static boolean isDivided(UpdaterBlock.ParamState part) {
        return part.getLayer().updaterDivideByMinibatch(part.getParamName());
    }
}
