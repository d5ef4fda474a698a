package gradientlab.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sentences by key, one properties file per language: {@code NAME.properties} in English, {@code NAME_ru.properties} in Russian.
 *
 * <p>A sentence has places: <code>{0}</code> is the first argument with its numbers as the language writes them,
 * <code>{0=}</code> the same as it is (a name, a piece of code), <code>{0|unit|units}</code> the form of the noun that
 * follows the number, in the order of {@link Language#form}.
 */
public final class Catalogue {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(=|(?:\\|[^{}|]*)*)\\}");

    private final String name;
    private final ClassLoader loader;

    private Catalogue(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    /** The catalogue of a name beside a class. */
    public static Catalogue of(Class<?> beside, String name) {
        return new Catalogue(beside.getPackageName() + "." + name, beside.getClassLoader());
    }

    /**
     * A sentence in a language.
     *
     * <p>Throws {@link java.util.MissingResourceException} for a key that is not in the catalogue, and
     * {@link IllegalArgumentException} for a place without an argument.
     */
    public String text(Language language, String key, Object... arguments) {
        String pattern = bundle(language.locale()).getString(key);
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(filled(language, key, place, arguments)));
    }

    /** Its sentences in one language as they stand in the file, for a library that reads bundles; without places. */
    public ResourceBundle bundle(Language language) {
        return bundle(language.locale());
    }

    /** The catalogue in one language. */
    public Words in(Language language) {
        return new Words(this, language);
    }

    /** The keys that begin with this, the longest English sentence first: a phrase comes before its own parts. */
    List<String> keys(String prefix) {
        ResourceBundle english = bundle(Language.ENGLISH.locale());
        return english.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparingInt(
                                (String key) -> -english.getString(key).length())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What stands in the places of an English sentence, in the order of the places; empty if it is another sentence. */
    Optional<List<String>> arguments(String key, String sentence) {
        String english = bundle(Language.ENGLISH.locale()).getString(key);
        StringBuilder form = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (MatchResult place : PLACE.matcher(english).results().toList()) {
            form.append(Pattern.quote(english.substring(from, place.start()))).append("(.+?)");
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        form.append(Pattern.quote(english.substring(from)));
        Matcher matcher = Pattern.compile(form.toString(), Pattern.DOTALL).matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, places.size())
                .mapToObj(place -> matcher.group(1 + places.indexOf(place)))
                .toList());
    }

    private static String filled(Language language, String key, MatchResult place, Object... arguments) {
        int index = Integer.parseInt(place.group(1));
        if (index >= arguments.length) {
            throw new IllegalArgumentException("The sentence " + key + " has a place " + place.group() + ", but "
                    + arguments.length + " arguments.");
        }
        String argument = String.valueOf(arguments[index]);
        String how = place.group(2);
        if (how.isEmpty()) {
            return language.numbers(argument);
        }
        return how.equals("=") ? argument : how.split("\\|", -1)[1 + language.form(argument)];
    }

    /** ResourceBundle would take the language of the machine where it has none for the one that is asked for. */
    private ResourceBundle bundle(Locale locale) {
        ResourceBundle found = ResourceBundle.getBundle(name, locale, loader);
        boolean asked = found.getLocale().getLanguage().equals(locale.getLanguage());
        return asked ? found : ResourceBundle.getBundle(name, Locale.ROOT, loader);
    }
}
