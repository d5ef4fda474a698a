package gradientlab.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import gradientlab.experiments.lab.Experiment;
import java.lang.reflect.Modifier;

@AnalyzeClasses(packages = "gradientlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] MODULES_BELOW = {
        "gradientlab.mnist..",
        "gradientlab.model..",
        "gradientlab.diagnostics..",
        "gradientlab.ui..",
        "gradientlab.experiments.."
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("gradientlab.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MNIST_KNOWS_NOTHING_OF_THE_REST = knowsOnly("gradientlab.mnist..", "gradientlab.mnist..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NOTHING_OF_THE_REST = knowsOnly("gradientlab.model..", "gradientlab.model..");

    @ArchTest
    static final ArchRule DIAGNOSTICS_KNOWS_NOTHING_OF_THE_REST =
            knowsOnly("gradientlab.diagnostics..", "gradientlab.diagnostics..");

    @ArchTest
    static final ArchRule UI_KNOWS_DIAGNOSTICS_ALONE =
            knowsOnly("gradientlab.ui..", "gradientlab.ui..", "gradientlab.diagnostics..");

    private static ArchRule knowsOnly(String module, String... allowed) {
        String[] others = java.util.Arrays.stream(MODULES_BELOW)
                .filter(other -> !java.util.Arrays.asList(allowed).contains(other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    @ArchTest
    static final ArchRule THE_CORE_OF_DIAGNOSTICS_WORKS_ON_PLAIN_ARRAYS = noClasses()
            .that()
            .resideInAPackage("gradientlab.diagnostics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule FIGURES_AND_REPORTS_NEVER_SEE_A_LIVE_NETWORK = noClasses()
            .that()
            .resideInAnyPackage("gradientlab.experiments.figure..", "gradientlab.experiments.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "gradientlab.model..", "gradientlab.mnist..");

    @ArchTest
    static final ArchRule ONLY_FIGURES_KNOW_THE_PLOTTING_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("gradientlab.experiments.figure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.knowm..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS_TO_THE_STANDARD_STREAMS =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_USES_THE_COMMAND_LINE_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("gradientlab.experiments.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

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
