package gradientlab.diagnostics.judge;

import java.util.Objects;

/**
 * One thing that is wrong with a network or a run: where, how it shows, why, and what would mend it.
 *
 * @param rule the rule that fired
 * @param layer name of the layer or vertex; empty when it is about the whole network
 * @param unit column of the layer's activations, or feature of the input; −1 when it is about no single one
 * @param iteration updates made before the state it was seen in; for {@link Rule#STEP_KILLED_UNITS} the state from
 *     which the step was made
 * @param evidence figure against limit
 * @param cause what most likely led to it
 * @param remedy a concrete change, in words
 * @param change the same for a program
 * @param source where the limit comes from
 */
public record Finding(
        Rule rule,
        String layer,
        int unit,
        int iteration,
        String evidence,
        String cause,
        String remedy,
        Remedy change,
        String source) {

    /** Throws {@link NullPointerException} when a part is missing. */
    public Finding {
        Objects.requireNonNull(rule, "A finding needs a rule, but it was null.");
        Objects.requireNonNull(layer, "A finding names a layer or \"\", but it was null.");
        Objects.requireNonNull(evidence, "A finding needs evidence, but it was null.");
        Objects.requireNonNull(cause, "A finding needs a cause, but it was null.");
        Objects.requireNonNull(remedy, "A finding needs a remedy, but it was null.");
        Objects.requireNonNull(change, "A finding needs a change, but it was null.");
        Objects.requireNonNull(source, "A finding needs the source of its limit, but it was null.");
    }

    /** How much it matters. */
    public Severity severity() {
        return rule.severity();
    }

    /** Whether two findings say the same thing, possibly at different times. */
    public boolean repeats(Finding other) {
        return rule == other.rule && layer.equals(other.layer) && unit == other.unit;
    }

    /** One readable line: rule, place, evidence, cause, remedy. */
    public String line() {
        String place = layer.isEmpty() ? "network" : layer;
        String unitPart = unit < 0 ? "" : ", unit " + unit;
        return "[" + rule.label() + "] " + place + unitPart + ", iteration " + iteration + ": " + evidence + ". Cause: "
                + cause + ". Remedy: " + remedy + ".";
    }
}
