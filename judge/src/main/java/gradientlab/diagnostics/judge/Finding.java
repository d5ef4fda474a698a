package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.language.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a network or a run: where, how it shows, why, and what would help.
 *
 * <p>Its texts are English; {@link #in(Language)} is the same finding in another language.
 *
 * @param rule the rule that fired
 * @param layer name of the layer or vertex; empty when it is about the whole network
 * @param unit column of the layer's activations, or feature of the input; −1 when it is about no single one
 * @param iteration updates made before the state it was seen in; for {@link Rule#STEP_KILLED_UNITS} the state from
 *     which the step was made
 * @param evidence figure against limit
 * @param cause what most likely led to it
 * @param remedy a concrete change, in words
 * @param change the same change for a program
 * @param source where the limit comes from
 * @param wording evidence, cause and remedy as keys and arguments; null, as in findings stored without it, stands for
 *     the texts as they are
 * @param severity whether it is a cause, a consequence of others, or a hint; null, as in findings stored without it, stands
 *     for that of its rule
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
        String source,
        Wording wording,
        Severity severity) {

    /** Throws {@link NullPointerException} when a part other than the wording is missing. */
    public Finding {
        Objects.requireNonNull(rule, "A finding needs a rule, but it was null.");
        Objects.requireNonNull(layer, "A finding names a layer or \"\", but it was null.");
        Objects.requireNonNull(evidence, "A finding needs evidence, but it was null.");
        Objects.requireNonNull(cause, "A finding needs a cause, but it was null.");
        Objects.requireNonNull(remedy, "A finding needs a remedy, but it was null.");
        Objects.requireNonNull(change, "A finding needs a change, but it was null.");
        Objects.requireNonNull(source, "A finding needs the source of its limit, but it was null.");
        wording = wording == null ? Wording.verbatim(evidence, cause, remedy) : wording;
        severity = severity == null ? rule.severity() : severity;
    }

    /** A finding of its rule's severity with the English texts of its wording. */
    public static Finding of(
            Rule rule, String layer, int unit, int iteration, Wording wording, Remedy change, String source) {
        return new Finding(
                rule,
                layer,
                unit,
                iteration,
                wording.evidence().text(),
                wording.cause().text(),
                wording.remedy().text(),
                change,
                source,
                wording,
                rule.severity());
    }

    /** The same finding with its texts in a language. */
    public Finding in(Language language) {
        return new Finding(
                rule,
                layer,
                unit,
                iteration,
                wording.evidence().text(language),
                wording.cause().text(language),
                wording.remedy().text(language),
                change,
                source,
                wording,
                severity);
    }

    /** The same finding with another severity. */
    Finding with(Severity other) {
        return new Finding(rule, layer, unit, iteration, evidence, cause, remedy, change, source, wording, other);
    }

    /** What a trial of the remedy on a copy showed, in English; empty where it was not tried. */
    public Optional<String> tried() {
        return tried(Language.ENGLISH);
    }

    /** The same in a language. */
    public Optional<String> tried(Language language) {
        return Optional.ofNullable(wording.tried()).map(message -> message.text(language));
    }

    /** The same finding, whose remedy was tried. */
    private Finding tried(Message message) {
        return worded(new Wording(wording.evidence(), wording.cause(), wording.remedy(), message), change);
    }

    private Finding worded(Wording other, Remedy remedyOfOther) {
        Finding told = of(rule, layer, unit, iteration, other, remedyOfOther, source);
        return told.with(severity);
    }

    /**
     * The same finding after its remedy was tried on a copy of the network and the finding went away.
     *
     * @param before the loss without the remedy; NaN where nothing is to be said of the loss
     * @param after the loss with it
     */
    public Finding helped(double before, double after) {
        return tried(
                Double.isFinite(before) && Double.isFinite(after)
                        ? Message.of("tried.gone.loss", EvidenceText.text(before), EvidenceText.text(after))
                        : Message.of("tried.gone"));
    }

    /** The same finding without its remedy, which was tried on a copy of the network and left the finding as it was. */
    public Finding notHelped() {
        return withdrawn(Message.of("tried.stays", remedy));
    }

    /**
     * The same finding without its remedy, which made a copy of the network worse.
     *
     * @param before the loss without the remedy
     * @param after the loss with it
     */
    public Finding harmed(double before, double after) {
        return withdrawn(Message.of("tried.worse", remedy, EvidenceText.text(before), EvidenceText.text(after)));
    }

    /** Where the limit comes from, in a language: titles of publications stay as they are. */
    public String source(Language language) {
        return SourceText.in(language, source);
    }

    /** Where it is, in a language: the layer, or the network. */
    public String place(Language language) {
        return layer.isEmpty() ? Message.of("finding.network").text(language) : layer;
    }

    private Finding withdrawn(Message why) {
        Message none = Message.of("tried.remedy.none");
        return worded(new Wording(wording.evidence(), wording.cause(), none, why), Remedy.OTHER);
    }

    /** Whether two findings say the same thing, possibly at different times. */
    public boolean repeats(Finding other) {
        return rule == other.rule && layer.equals(other.layer) && unit == other.unit;
    }

    /** That nothing was found, and what was looked at, in a language. */
    public static String nothing(Language language, int layers, int examples, double loss, int rules) {
        return Message.of(
                        "finding.nothing",
                        String.valueOf(rules),
                        String.valueOf(layers),
                        String.valueOf(examples),
                        EvidenceText.text(loss))
                .text(language);
    }

    /** One readable line in English: rule, place, evidence, cause, remedy. */
    public String line() {
        return line(Language.ENGLISH);
    }

    /** The same line in a language. */
    public String line(Language language) {
        Finding told = in(language);
        String place = place(language);
        String when = String.valueOf(iteration);
        Message line = unit < 0
                ? Message.of("finding.line", rule.label(), place, when, told.evidence, told.cause, told.remedy)
                : Message.of(
                        rule == Rule.INPUT_COLUMNS || layer.isEmpty() ? "finding.line.feature" : "finding.line.unit",
                        rule.label(),
                        place,
                        when,
                        told.evidence,
                        told.cause,
                        told.remedy,
                        String.valueOf(unit));
        return line.text(language)
                + told.tried(language).map(trial -> " " + trial).orElse("");
    }

    /** The same line with what it is before it: a consequence or a hint; nothing is said of a fault. */
    public String headedLine(Language language) {
        return switch (severity) {
            case FAULT -> line(language);
            case ALSO_SEEN -> Message.of("finding.also-seen", line(language)).text(language);
            case HINT -> Message.of("finding.hint", line(language)).text(language);
        };
    }
}
