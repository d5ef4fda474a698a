package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hidden layers with weights on the longest way from the lowest one that a gradient reaches up to the last.
 *
 * <p>Only the lowest layers count for vanishing: where a shortcut carries the gradient past a layer, that layer may
 * pass none of it (zero-initialised residual branches are healthy).
 *
 * @param links from the lowest to the highest; at least two
 */
record GradientPath(List<Link> links) {

    /**
     * One layer.
     *
     * @param norm √Σδ² per example, so that layers of different width compare: orthogonal weights leave it alone
     */
    record Link(LayerFacts layer, double norm) {}

    static Optional<GradientPath> of(RuleContext run, Observation seen) {
        List<LayerFacts> hidden = run.structure().layers().stream()
                .filter(layer -> hidden(run, layer) && !Double.isNaN(norm(seen, layer)))
                .toList();
        return hidden.stream()
                .filter(layer ->
                        run.structure().nextBelow(layer, hidden::contains).isEmpty())
                .max(Comparator.comparingDouble(layer -> norm(seen, layer)))
                .map(lowest -> new GradientPath(way(run, seen, lowest, hidden)))
                .filter(path -> path.links().size() >= 2);
    }

    /** Norm at the lowest layer over norm at the highest: below 1 it vanishes, above it explodes. */
    double ratio() {
        return lowest().norm() / highest().norm();
    }

    double perLayer() {
        return Math.pow(ratio(), 1.0 / (links.size() - 1));
    }

    Link lowest() {
        return links.get(0);
    }

    Link highest() {
        return links.get(links.size() - 1);
    }

    /** Norm of a link over that of the link above it. */
    double factor(int link) {
        return links.get(link).norm() / links.get(link + 1).norm();
    }

    /** Of the links from one on that below which the norm falls (or, growing, rises) most on its way down. */
    int steepest(boolean falling, int from) {
        int best = from;
        for (int i = from + 1; i < links.size() - 1; i++) {
            boolean steeper = falling ? factor(i) < factor(best) : factor(i) > factor(best);
            best = steeper || Double.isNaN(factor(best)) ? i : best;
        }
        return best;
    }

    /**
     * How the norm changes along the path and in its steepest link, followed by the limits.
     *
     * @param at the steepest link
     */
    Message evidence(String key, int at, String... limits) {
        List<String> arguments = new ArrayList<>(List.of(
                EvidenceText.text(ratio()),
                highest().layer().name(),
                lowest().layer().name(),
                EvidenceText.text(perLayer()),
                EvidenceText.text(factor(at)),
                links.get(at + 1).layer().name(),
                links.get(at).layer().name()));
        arguments.addAll(List.of(limits));
        return new Message(key, arguments);
    }

    private static boolean hidden(RuleContext run, LayerFacts layer) {
        boolean weights = layer.hiddenWeights() || layer.role() == Role.UNKNOWN;
        return weights
                && WeightScale.has(run, layer)
                && run
                        .structure()
                        .nextAbove(
                                layer.name(), above -> WeightScale.has(run, above) && above.role() != Role.BATCH_NORM)
                        .stream()
                        .findAny()
                        .isPresent();
    }

    /** From the last layer down: a way from a layer is that layer and the longest way from one of those above it. */
    private static List<Link> way(RuleContext run, Observation seen, LayerFacts from, List<LayerFacts> hidden) {
        Map<LayerFacts, LayerFacts> above = new HashMap<>();
        Map<LayerFacts, Integer> lengths = new HashMap<>();
        for (int i = hidden.size() - 1; i >= 0; i--) {
            LayerFacts layer = hidden.get(i);
            Optional<LayerFacts> next = run.structure().nextAbove(layer.name(), hidden::contains).stream()
                    .filter(lengths::containsKey)
                    .max(Comparator.comparingInt(lengths::get));
            next.ifPresent(found -> above.put(layer, found));
            lengths.put(layer, 1 + next.map(lengths::get).orElse(0));
        }
        List<Link> way = new ArrayList<>();
        for (LayerFacts layer = from; layer != null; layer = above.get(layer)) {
            way.add(new Link(layer, norm(seen, layer)));
        }
        return way;
    }

    /** NaN without δ, and when one is not finite. */
    private static double norm(Observation seen, LayerFacts layer) {
        return seen.measured(layer.name())
                .map(l -> l.delta().statistics())
                .filter(delta -> delta.allFinite())
                .map(delta -> Arithmetic.rms(delta) * Math.sqrt((double) delta.total() / seen.batchSize()))
                .orElse(Double.NaN);
    }
}
