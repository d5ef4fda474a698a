package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.Nonlinearity;
import java.util.List;
import java.util.Optional;

/** A fresh classifier should be undecided. */
final class OutputRules {

    private OutputRules() {}

    static List<Finding> lossTooHigh(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> loss(seen) - chance(run, seen) > run.limit(Limit.INITIAL_LOSS_EXCESS))
                .map(seen -> run.finding(
                        Rule.INITIAL_LOSS_TOO_HIGH,
                        output(run),
                        0,
                        "loss " + EvidenceText.text(loss(seen)) + " against " + EvidenceText.text(chance(run, seen))
                                + " = ln C for a guess, limit "
                                + EvidenceText.text(run.limit(Limit.INITIAL_LOSS_EXCESS))
                                + " above",
                        wide(run, seen),
                        Limit.INITIAL_LOSS_EXCESS))
                .toList();
    }

    static List<Finding> lossTooLow(RuleContext run) {
        Advice advice = new Advice(
                "the network was trained before, the labels are among the features, or the batch has next to one class",
                "check labels and features of the batch",
                Remedy.CHECK_DATA);
        return run.fresh().stream()
                .filter(seen ->
                        certain(run, seen) && loss(seen) < run.limit(Limit.INITIAL_LOSS_SHARE) * chance(run, seen))
                .map(seen -> run.finding(
                        Rule.INITIAL_LOSS_TOO_LOW,
                        output(run),
                        0,
                        "loss " + EvidenceText.text(loss(seen)) + " before the first update, limit "
                                + EvidenceText.text(run.limit(Limit.INITIAL_LOSS_SHARE) * chance(run, seen)) + " = "
                                + run.limit(Limit.INITIAL_LOSS_SHARE) + " ln C",
                        advice,
                        Limit.INITIAL_LOSS_SHARE))
                .toList();
    }

    static List<Finding> tooWide(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> !Double.isNaN(network(seen).chanceLoss()))
                .filter(seen -> logitStd(seen) > run.limit(Limit.LOGIT_STD))
                .map(seen -> run.finding(
                        Rule.OUTPUT_TOO_WIDE,
                        output(run),
                        0,
                        "std of the logits " + EvidenceText.text(logitStd(seen)) + ", limit "
                                + EvidenceText.text(run.limit(Limit.LOGIT_STD)),
                        wide(run, seen),
                        Limit.LOGIT_STD))
                .toList();
    }

    /** Wide weights, a large bias, or wide input to the output layer. */
    private static Advice wide(RuleContext run, Observation seen) {
        if (run.inputUnscaled()) {
            return Advice.scaleInput(run);
        }
        String output = output(run);
        double weights = WeightScale.rms(seen, output);
        double bias = WeightScale.biasRms(seen, output);
        double recommended = WeightScale.recommended(seen, output, Nonlinearity.IDENTITY);
        if (weights > 1.5 * recommended || Double.isNaN(weights)) {
            return new Advice(
                    "the weights of the output layer are too wide: a fresh network is sure of wrong answers",
                    output + ": std 0.01 instead of " + EvidenceText.text(weights) + ", bias 0",
                    Remedy.scaleWeights(output, 0.01, weights));
        }
        if (bias > 1) {
            return new Advice(
                    "the bias of the output layer prefers some classes before any label was seen",
                    output + ": bias 0 instead of rms " + EvidenceText.text(bias),
                    Remedy.zeroBias(output, bias));
        }
        return new Advice(
                "what enters the output layer is too wide",
                "normalise before " + output + ", or draw its weights with std 0.01 instead of "
                        + EvidenceText.text(weights) + ", bias 0",
                Remedy.scaleWeights(output, 0.01, weights));
    }

    private static String output(RuleContext run) {
        Optional<LayerFacts> output = run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.OUTPUT)
                .findFirst();
        return output.flatMap(layer -> run.structure().weightsOf(layer).filter(w -> WeightScale.has(run, w)))
                .or(() -> output)
                .map(LayerFacts::name)
                .orElse("");
    }

    private static double loss(Observation seen) {
        return network(seen).loss();
    }

    private static double chance(RuleContext run, Observation seen) {
        return run.chance(seen);
    }

    /** A loss that is no cross entropy may be small without any knowledge; the predictions are then undecided. */
    private static boolean certain(RuleContext run, Observation seen) {
        return network(seen).softmaxEntropy() < run.limit(Limit.INITIAL_LOSS_SHARE) * chance(run, seen);
    }

    private static double logitStd(Observation seen) {
        return network(seen).logits().statistics().std();
    }

    private static NetworkSnapshot network(Observation seen) {
        return seen.snapshot().network();
    }
}
