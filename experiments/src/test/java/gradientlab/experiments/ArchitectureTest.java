package gradientlab.experiments;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import gradientlab.lab.Experiment;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

@AnalyzeClasses(
        packages = "gradientlab",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** The test jar of mnist-data, which the tests of other modules share. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("gradientlab.(**)").should().beFreeOfCycles();

    @ArchTest
    static void packagesDependOnWhatTheirPackageInfoAllows(JavaClasses classes) throws IOException {
        DependencyWhitelist whitelist = DependencyWhitelist.of(Path.of(".."));
        Map<String, Set<String>> used = used(classes);
        assertThat(whitelist.byPackage().keySet())
                .as("every package has a package-info.java that says what it may depend on")
                .containsAll(used.keySet());
        used.forEach((user, packages) -> {
            assertThat(packages)
                    .as("%s depends on what its package-info.java allows", user)
                    .allMatch(other -> whitelist.allows(user, other));
            assertThat(whitelist.unused(user, packages))
                    .as("what the package-info.java of %s allows and nothing uses", user)
                    .isEmpty();
        });
    }

    @ArchTest
    static void noTwoTypesHaveOneName(JavaClasses classes) {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (JavaClass each : classes) {
            if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
                packages.computeIfAbsent(each.getSimpleName(), name -> new TreeSet<>())
                        .add(each.getPackageName());
            }
        }
        packages.forEach(
                (name, in) -> assertThat(in).as("packages with a type %s", name).hasSize(1));
    }

    private static Map<String, Set<String>> used(JavaClasses classes) {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass user : classes) {
            Set<String> packages = used.computeIfAbsent(user.getPackageName(), name -> new TreeSet<>());
            user.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !target.isPrimitive())
                    .forEach(target -> packages.add(target.getPackageName()));
        }
        return used;
    }

    @ArchTest
    static final ArchRule NOTHING_PRINTS_TO_THE_STANDARD_STREAMS =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void everyExperimentCanBeLaunchedFromAnIde(JavaClasses classes) throws NoSuchMethodException {
        for (Experiment<?> experiment : GradientLab.EXPERIMENTS) {
            var main = experiment.getClass().getMethod("main", String[].class);
            assertThat(Modifier.isStatic(main.getModifiers()))
                    .as("%s.main", experiment.getClass())
                    .isTrue();
        }
        long written = classes.stream()
                .filter(c -> c.isAssignableTo(Experiment.class) && !c.isInterface())
                .count();
        assertThat(GradientLab.EXPERIMENTS)
                .as("every experiment that is written is listed")
                .hasSize((int) written);
    }
}
