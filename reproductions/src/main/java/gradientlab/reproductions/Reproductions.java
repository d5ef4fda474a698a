package gradientlab.reproductions;

import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything published that is run again, and how the outcome is told. */
public final class Reproductions {

    /** All of them, in the order of the report. */
    public static final List<Reproduction> ALL = List.of(
            NielsenGradients.atTheStart(),
            NielsenGradients.whileTraining(),
            new NielsenAccuracy(),
            DeltaFactors.ofGlorot(),
            new LayerJacobian(),
            new ReluDepth.XavierFades(),
            new ReluDepth.Moments(),
            new ReluDepth.BornDead(),
            new DyingRelu(),
            new SeluFixedPoint(),
            new ShatteredGradients(),
            new SingularValues(),
            new CorrelationDepth(),
            new TrainedMap(),
            DeltaFactors.ofBatchNorm(),
            DeltaFactors.ofLayerNorm(),
            new BatchNormTraining(),
            new CoordinateCheck());

    private static final Catalogue WORDS = Catalogue.of(Reproductions.class, "reproductions");

    private Reproductions() {}

    /** Its name, its title and where it was published, in a line. */
    public static String line(Reproduction reproduction, Language language) {
        return reproduction.name() + ": " + told(reproduction.title(), language) + ". "
                + told(reproduction.source(), language) + ".";
    }

    /** What was published, what came out, and the verdict. */
    public static Section section(Reproduction reproduction, Outcome outcome, Language language) {
        Words words = WORDS.in(language);
        Section.Builder section = Section.of(
                        reproduction.name(),
                        told(reproduction.title(), language),
                        told(reproduction.source(), language))
                .answer(verdict(outcome, words))
                .text(told(reproduction.settings(), language))
                .table(
                        words.text("section.table"),
                        List.of(
                                words.text("section.quantity"),
                                words.text("section.published"),
                                words.text("section.measured"),
                                words.text("section.rule"),
                                words.text("section.holds")),
                        outcome.comparisons().stream()
                                .map(comparison -> row(comparison, words))
                                .toList());
        outcome.figures().forEach(figure -> section.figure(figure.told(text -> told(text, language))));
        return section.build();
    }

    private static String verdict(Outcome outcome, Words words) {
        long holding = outcome.comparisons().stream().filter(Comparison::holds).count();
        return words.text(
                outcome.remark().isEmpty() ? "section.verdict.plain" : "section.verdict",
                words.text(outcome.reproduced() ? "section.reproduced" : "section.not-reproduced"),
                holding,
                outcome.comparisons().size(),
                told(outcome.remark(), words.language()));
    }

    /** The report of sections in a language. */
    public static Report report(List<Section> sections, String data, Effort effort, Language language) {
        Words words = WORDS.in(language);
        return new Report(
                language,
                words.text("report.title"),
                words.text("report.introduction"),
                List.of(),
                sections,
                Map.of(
                        words.text("report.data"),
                        data,
                        words.text("report.effort"),
                        effort.name().toLowerCase(Locale.ROOT)));
    }

    private static String told(String english, Language language) {
        return WORDS.in(language).retoldSentence(english, "told.");
    }

    private static List<String> row(Comparison comparison, Words words) {
        return List.of(
                told(comparison.quantity(), words.language()),
                Comparison.text(comparison.published()),
                Comparison.text(comparison.measured()),
                told(comparison.rule(), words.language()),
                words.text(comparison.holds() ? "section.yes" : "section.no"));
    }
}
