package gradientlab.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a catalogue: the same keys and places in every language, and no key that the code does not use. */
public final class CatalogueCheck {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:=|((?:\\|[^{}|]*)+))?\\}");
    private static final Map<Language, Integer> FORMS = Map.of(Language.ENGLISH, 2, Language.RUSSIAN, 3);

    private CatalogueCheck() {}

    /** The keys of every language are those of English, with the same places, and each noun has all forms of its language. */
    public static void sameInEveryLanguage(Path english) {
        Map<String, String> sentences = sentences(english);
        assertThat(sentences).as(english.toString()).isNotEmpty();
        for (Language language : Language.values()) {
            Map<String, String> told = sentences(file(english, language));
            assertThat(told.keySet()).as("keys in " + language).isEqualTo(sentences.keySet());
            told.forEach((key, sentence) -> {
                assertThat(sentence).as(key).isNotBlank();
                assertThat(places(sentence)).as(key + " in " + language).isEqualTo(places(sentences.get(key)));
                assertThat(PLACE.matcher(sentence).replaceAll("")).as(key).doesNotContain("{", "}");
                PLACE.matcher(sentence)
                        .results()
                        .filter(place -> place.group(2) != null)
                        .forEach(place -> assertThat(place.group(2).chars().filter(c -> c == '|'))
                                .as(key + ", " + place.group())
                                .hasSize(FORMS.get(language)));
            });
        }
    }

    /** The literals in the Java sources of a folder that look like keys. */
    public static TreeSet<String> literals(Path sources, Pattern key) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> key.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a catalogue. */
    public static TreeSet<String> keys(Path english) {
        return new TreeSet<>(sentences(english).keySet());
    }

    private static TreeSet<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path file(Path english, Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        String name = english.getFileName().toString().replace(".properties", suffix + ".properties");
        return english.resolveSibling(name);
    }

    private static Map<String, String> sentences(Path file) {
        Properties properties = new OnceEach(file);
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }

    /** Properties of which the last of two with the same key does not silently win. */
    private static final class OnceEach extends Properties {

        private static final long serialVersionUID = 1;

        private final transient Path file;

        OnceEach(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            assertThat(containsKey(key))
                    .as("%s: key %s stands twice", file, key)
                    .isFalse();
            return super.put(key, value);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
