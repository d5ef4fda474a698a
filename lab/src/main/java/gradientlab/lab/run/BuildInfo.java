package gradientlab.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the build wrote down about itself.
 *
 * @param version Gradient Lab's version
 * @param dl4j the version of Deeplearning4j and ND4J
 * @param commit the git commit of the sources, with "-dirty" where they were changed since; "unknown" outside git
 */
public record BuildInfo(String version, String dl4j, String commit) {

    private static final String UNKNOWN = "unknown";

    /** Reads it from the class path. */
    public static BuildInfo read() {
        Properties build = properties("build.properties");
        Properties git = properties("git.properties");
        String commit = git.getProperty("git.commit.id", UNKNOWN);
        boolean dirty = Boolean.parseBoolean(git.getProperty("git.dirty"));
        return new BuildInfo(
                build.getProperty("version", UNKNOWN),
                build.getProperty("dl4j", UNKNOWN),
                dirty ? commit + "-dirty" : commit);
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
        }
        return properties;
    }
}
