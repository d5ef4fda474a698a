package gradientlab.spark;

import java.util.Map;

/** System properties from which Spark's configuration is made: they are of all tests of a process. */
final class SparkProperties {

    private SparkProperties() {}

    /** Spark talks to itself on this machine alone, and has these. */
    static void set(Map<String, String> more) {
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        more.forEach(System::setProperty);
    }

    static void clear() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(System::clearProperty);
    }
}
