package gradientlab.diagnostics.judge;

import java.util.Objects;

/**
 * The sentences of a finding as keys and arguments, for another language than English.
 *
 * @param evidence figure against limit
 * @param cause what most likely led to it
 * @param remedy a concrete change
 * @param tried what a trial of the remedy on a copy of the network showed; null where it was not tried
 */
public record Wording(Message evidence, Message cause, Message remedy, Message tried) {

    /** Throws {@link NullPointerException} when a part other than the trial is missing. */
    public Wording {
        Objects.requireNonNull(evidence, "A finding needs evidence, but it was null.");
        Objects.requireNonNull(cause, "A finding needs a cause, but it was null.");
        Objects.requireNonNull(remedy, "A finding needs a remedy, but it was null.");
    }

    /** Texts that are in no catalogue. */
    public static Wording verbatim(String evidence, String cause, String remedy) {
        return new Wording(Message.verbatim(evidence), Message.verbatim(cause), Message.verbatim(remedy), null);
    }
}
