package gradientlab.engine;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * What has been freed outside the heap and the C library keeps for later. With glibc that is most of it: each thread allocates
 * from an arena of its own, and what lies between two blocks in use stays with the process.
 */
public final class NativeHeap {

    static final String BEAN = "com.sun.management:type=DiagnosticCommand";

    static final String COMMAND = "systemTrimNativeHeap";

    private NativeHeap() {}

    /** Gives it back to the system; returns whether this JVM has a command for that, as HotSpot 17.0.15 has under Linux. */
    public static boolean trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(BEAN), COMMAND, new Object[0], new String[0]);
            return true;
        } catch (JMException | JMRuntimeException e) {
            return false;
        }
    }
}
