package gradientlab.spark;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Opens the connection to a cluster. */
final class Sessions {

    /** In place of a master: the one that spark-submit was given. */
    private static final String SUBMITTED = "spark-submit";

    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\d+|\\*)])?");
    private static final String TRIES = "4";
    private static final String JARS = "spark.jars";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    private Sessions() {}

    /** @throws IOException if there is no such cluster; the message says why */
    static SparkSession open(String master) throws IOException {
        SparkConf conf = conf(master);
        try {
            return SparkSession.builder().config(conf).getOrCreate();
        } catch (Exception e) {
            throw new IOException("--spark " + master + ": " + Failures.sentence(e), e);
        }
    }

    /** What is set by -Dspark.… or by spark-submit stays. */
    static SparkConf conf(String master) throws IOException {
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "gradient-lab sweep");
        if (!master.equals(SUBMITTED)) {
            conf.setMaster(withRetries(master));
        } else if (!conf.contains("spark.master")) {
            throw new IOException(
                    "--spark " + SUBMITTED + " takes the master that spark-submit was given, and there is none:"
                            + " start the program by spark-submit, or name a master");
        }
        conf.setIfMissing("spark.ui.enabled", "false");
        if (!conf.get("spark.master").startsWith("local")) {
            String more = conf.get(JARS, "");
            conf.set(JARS, more.isEmpty() ? OwnJars.paths() : more + "," + OwnJars.paths());
        }
        // One network a thread: more threads cost more than they bring, and leave the other tasks none.
        conf.setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1");
        // Processes of one machine must not unpack the natives over each other's: each has its own folder.
        conf.set(
                EXECUTOR_OPTIONS,
                ("-Dorg.bytedeco.javacpp.cachedir=javacpp -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 "
                                + conf.get(EXECUTOR_OPTIONS, ""))
                        .strip());
        return conf;
    }

    /** Spark's local mode tries a task once unless it is told otherwise. */
    private static String withRetries(String master) {
        Matcher local = LOCAL.matcher(master);
        if (!local.matches()) {
            return master;
        }
        String threads = local.group(2) == null ? "1" : local.group(2);
        return "local[" + threads + "," + TRIES + "]";
    }
}
