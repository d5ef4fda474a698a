package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixKernelsTest {

    private static final String AVX512 = "avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void anAmdProcessorWithAvx512GetsTheKernelsForIt() {
        for (int family : new int[] {25, 26}) {
            assertThat(MatrixKernels.wanted(processor("AuthenticAMD", family, "fpu avx2 " + AVX512 + " fma")))
                    .contains("SkylakeX");
        }
    }

    /** Zen to Zen 4 are families 23 and 25; a virtual machine may hide some of a processor's instructions. */
    @Test
    void anAmdProcessorWithoutAllOfAvx512GetsOthersOnlyWhereOpenBlasDoesNotKnowItsFamily() {
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", 25, "avx2 fma avx512f")))
                .isEmpty();
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", 26, "avx2 fma avx512f")))
                .contains("Zen");
        assertThat(MatrixKernels.wanted(processor("AuthenticAMD", 26, "avx2"))).isEmpty();
    }

    @Test
    void intelsProcessorsOpenBlasKnowsItself() {
        assertThat(MatrixKernels.wanted(processor("GenuineIntel", 26, "avx2 fma " + AVX512)))
                .isEmpty();
    }

    @Test
    void aSystemThatDoesNotTellItsProcessorGetsNothingSet() {
        assertThat(MatrixKernels.wanted(List.of())).isEmpty();
        assertThat(MatrixKernels.wanted(List.of("", "no colon"))).isEmpty();
        assertThat(MatrixKernels.wanted(List.of("vendor_id : AuthenticAMD", "flags : avx2 fma")))
                .isEmpty();
    }

    /** As Linux prints it in /proc/cpuinfo. */
    private static List<String> processor(String vendor, int family, String flags) {
        return List.of(
                "processor\t: 0",
                "vendor_id\t: " + vendor,
                "cpu family\t: " + family,
                "flags\t\t: fpu " + flags + " vme",
                "");
    }
}
