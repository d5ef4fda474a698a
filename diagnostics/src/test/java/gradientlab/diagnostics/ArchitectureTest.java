package gradientlab.diagnostics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** ND4J stops at the probe: the core can be used, tested and stored without it. */
@AnalyzeClasses(packages = "gradientlab.diagnostics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreKnowsTheJdkAlone = classes()
            .that()
            .resideInAPackage("gradientlab.diagnostics")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "gradientlab.diagnostics");

    @ArchTest
    static final ArchRule theJudgeKnowsTheCoreAlone = classes()
            .that()
            .resideInAPackage("gradientlab.diagnostics.judge")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "gradientlab.diagnostics", "gradientlab.diagnostics.judge");

    @ArchTest
    static final ArchRule theProbeKnowsDl4jAndNoOtherModule = classes()
            .that()
            .resideInAPackage("gradientlab.diagnostics.probe")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "gradientlab.diagnostics..", "org.deeplearning4j..", "org.nd4j..", "org.slf4j..");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
