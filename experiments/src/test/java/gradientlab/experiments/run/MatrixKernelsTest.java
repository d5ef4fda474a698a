package gradientlab.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixKernelsTest {

    private static final String AVX512 = "avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void anAmdProcessorWithAvx512GetsTheKernelsForIt() {
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", "fpu avx2 " + AVX512 + " fma")))
                .contains("SkylakeX");
    }

    @Test
    void anAmdProcessorWithoutAllOfAvx512KeepsWhatOpenBlasChooses() {
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", "fpu avx2 fma")))
                .isEmpty();
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", "fpu avx2 fma avx512f")))
                .isEmpty();
    }

    @Test
    void intelsProcessorsOpenBlasKnowsItself() {
        assertThat(MatrixKernels.wanted(processor("GenuineIntel", "fpu avx2 " + AVX512)))
                .isEmpty();
    }

    @Test
    void aSystemThatDoesNotTellItsProcessorGetsNothingSet() {
        assertThat(MatrixKernels.wanted(List.of())).isEmpty();
        assertThat(MatrixKernels.wanted(List.of("", "no colon"))).isEmpty();
    }

    /** As Linux prints it in /proc/cpuinfo. */
    private static List<String> processor(String vendor, String flags) {
        return List.of("processor\t: 0", "vendor_id\t: " + vendor, "cpu family\t: 26", "flags\t\t: " + flags, "");
    }
}
