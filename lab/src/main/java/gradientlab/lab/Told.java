package gradientlab.lab;

import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.language.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and sentences that a run's files keep in English, in the language of who reads them. */
public final class Told {

    private static final Catalogue WORDS = Catalogue.of(Told.class, "told");

    private Told() {}

    /** The name of a plan, as {@link PlanName} makes it. */
    public static String plan(String name, Language language) {
        Words words = WORDS.in(language);
        return Stream.of(name.split(", "))
                .map(part -> words.retoldSentence(part, "plan."))
                .collect(Collectors.joining(", "));
    }

    /** What is said of backend and engine; another sentence stays as it is. */
    public static String sentence(String english, Language language) {
        return WORDS.in(language).retoldSentence(english, "told.");
    }
}
