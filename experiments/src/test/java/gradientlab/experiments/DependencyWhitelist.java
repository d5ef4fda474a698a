package gradientlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each package may depend on, read from the sentence "May depend on: …" of its {@code package-info.java}.
 *
 * <p>The whitelist stands there alone. A package of ours is named as it is, a library by the first parts of its packages.
 * The JDK is always allowed.
 *
 * @param byPackage the allowed prefixes of every package
 * @param sources the text of all classes of every package
 */
record DependencyWhitelist(Map<String, List<String>> byPackage, Map<String, String> sources) {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern SENTENCE = Pattern.compile("May depend on: ([^;]*?)\\.\\s*\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

    /** Reads every module below the project's folder; a package-info without the sentence is an error. */
    static DependencyWhitelist of(Path project) throws IOException {
        var whitelist = new DependencyWhitelist(new TreeMap<>(), new TreeMap<>());
        try (Stream<Path> modules = Files.list(project)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                whitelist.read(sources);
            }
        }
        return whitelist;
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.endsWith("package-info.java")).toList()) {
                String text = Files.readString(file);
                String name = group(PACKAGE, text, file);
                byPackage.put(name, names(group(SENTENCE, text, file)));
                sources.put(name, classes(file.getParent()));
            }
        }
    }

    private static String classes(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static String group(Pattern pattern, String text, Path file) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(file + " has nothing that matches " + pattern + ".");
        }
        return matcher.group(1);
    }

    private static List<String> names(String sentence) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sentence);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether a class of one package may use another package. */
    boolean allows(String user, String used) {
        return user.equals(used)
                || used.startsWith("java.")
                || used.startsWith("javax.")
                || byPackage.getOrDefault(user, List.of()).stream().anyMatch(allowed -> covers(allowed, used));
    }

    /** What a package may depend on and neither its sources nor its byte code name. */
    List<String> unused(String user, Set<String> used) {
        return byPackage.get(user).stream()
                .filter(allowed -> !sources.get(user).contains(allowed + "."))
                .filter(allowed -> used.stream().noneMatch(other -> covers(allowed, other)))
                .toList();
    }

    private static boolean covers(String entry, String used) {
        boolean library = !entry.startsWith("gradientlab");
        return used.equals(entry) || library && used.startsWith(entry + ".");
    }
}
