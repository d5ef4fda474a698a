package gradientlab.engine;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * How much of the heap the JVM keeps free after a full collection, rather than giving it back to the system: at most
 * {@value #PERCENT} %, where its own 70 % keep a heap that has once grown.
 *
 * <p>What the user has set stays, and so does what a JVM that is not HotSpot does.
 */
public final class SpareHeap {

    static final String OPTION = "MaxHeapFreeRatio";

    /** HotSpot's own least share of free heap: the greatest may not be below it. */
    static final String PERCENT = "40";

    private static final String BEAN = "com.sun.management:type=HotSpotDiagnostic";
    private static final String STRING = String.class.getName();

    private SpareHeap() {}

    /** Tells the JVM so; the next full collection keeps to it. */
    public static void limit() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName bean = new ObjectName(BEAN);
            CompositeData option =
                    (CompositeData) server.invoke(bean, "getVMOption", new Object[] {OPTION}, new String[] {STRING});
            if ("DEFAULT".equals(option.get("origin"))) {
                server.invoke(bean, "setVMOption", new Object[] {OPTION, PERCENT}, new String[] {STRING, STRING});
            }
        } catch (JMException | JMRuntimeException e) {
            // No HotSpot, or a least share that the user has set above: the heap stays as large as it was.
        }
    }
}
