package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SpareHeapTest {

    @Test
    void theJvmIsToldToKeepLessOfTheHeapFree() {
        SpareHeap.limit();
        assertThat(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption(SpareHeap.OPTION)
                        .getValue())
                .isEqualTo(SpareHeap.PERCENT);
    }
}
