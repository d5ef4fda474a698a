package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.MBeanFeatureInfo;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class NativeHeapTest {

    @Test
    void itIsTrimmedWhereTheJvmHasACommandForItAndElsewhereNothingHappens() throws Exception {
        boolean has = Arrays.stream(ManagementFactory.getPlatformMBeanServer()
                        .getMBeanInfo(new ObjectName(NativeHeap.BEAN))
                        .getOperations())
                .map(MBeanFeatureInfo::getName)
                .anyMatch(NativeHeap.COMMAND::equals);
        assertThat(NativeHeap.trim()).isEqualTo(has);
    }
}
