package gradientlab.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The modules of the project and which uses which, from the whitelists of their packages.
 *
 * @param packages the packages of every module
 * @param uses the modules that every module uses
 */
record ModuleGraph(Map<String, Set<String>> packages, Map<String, Set<String>> uses) {

    /** Reads every module below the project's folder. */
    static ModuleGraph of(Path project) throws IOException {
        DependencyWhitelist whitelist = DependencyWhitelist.of(project);
        Map<String, Set<String>> packages = new TreeMap<>();
        Map<String, String> moduleOf = new TreeMap<>();
        for (String name : whitelist.byPackage().keySet()) {
            String module = moduleOf(project, name);
            packages.computeIfAbsent(module, key -> new TreeSet<>()).add(name);
            moduleOf.put(name, module);
        }
        Map<String, Set<String>> uses = new TreeMap<>();
        whitelist.byPackage().forEach((name, allowed) -> {
            Set<String> used = uses.computeIfAbsent(moduleOf.get(name), key -> new TreeSet<>());
            allowed.stream()
                    .filter(moduleOf::containsKey)
                    .map(moduleOf::get)
                    .filter(other -> !other.equals(moduleOf.get(name)))
                    .forEach(used::add);
        });
        return new ModuleGraph(packages, uses);
    }

    private static String moduleOf(Path project, String packageName) {
        String folder = "src/main/java/" + packageName.replace('.', '/') + "/package-info.java";
        try (Stream<Path> modules = Files.list(project)) {
            return modules.filter(module -> Files.isRegularFile(module.resolve(folder)))
                    .map(module -> module.getFileName().toString())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** 0 for a module that uses none, else one more than the highest that it uses. */
    int level(String module) {
        return uses.get(module).stream().mapToInt(this::level).max().orElse(-1) + 1;
    }

    /** The modules that a module uses and that no other one it uses brings along. */
    List<String> direct(String module) {
        List<String> direct = new ArrayList<>();
        for (String used : uses.get(module)) {
            boolean brought = uses.get(module).stream()
                    .anyMatch(other -> !other.equals(used) && all(other).contains(used));
            if (!brought) {
                direct.add(used);
            }
        }
        return direct;
    }

    private Set<String> all(String module) {
        Set<String> all = new TreeSet<>(uses.get(module));
        uses.get(module).forEach(used -> all.addAll(all(used)));
        return all;
    }
}
