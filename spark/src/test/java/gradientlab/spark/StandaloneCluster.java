package gradientlab.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A master and workers of Spark's standalone mode as processes of their own on 127.0.0.1, from Spark's own jars: those of the
 * class path that are not ours, in a folder of links that looks like an installed Spark.
 */
final class StandaloneCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int TRIES = 600;

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static StandaloneCluster start(Path folder, int workers) throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(folder, freePort());
        cluster.linkJars();
        cluster.processes.add(cluster.started(
                "master",
                "master.Master",
                "--host",
                HOST,
                "--port",
                String.valueOf(cluster.port),
                "--webui-port",
                "0"));
        cluster.awaitMaster();
        for (int i = 1; i <= workers; i++) {
            String work = folder.resolve("work-" + i).toString();
            cluster.processes.add(cluster.started(
                    "worker-" + i,
                    "worker.Worker",
                    "--host",
                    HOST,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "2g",
                    "--work-dir",
                    work,
                    cluster.master()));
        }
        return cluster;
    }

    String master() {
        return "spark://" + HOST + ":" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private void linkJars() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (Path jar : OwnJars.classPath()) {
            if (Files.isRegularFile(jar) && !OwnJars.isOurs(jar)) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
    }

    private Process started(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/cluster/java-options").toAbsolutePath(),
                "-Xmx512m",
                "-cp",
                folder.resolve("jars") + "/*",
                "org.apache.spark.deploy." + main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        return builder.start();
    }

    private void awaitMaster() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HOST, port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("The master does not answer: " + Files.readString(folder.resolve("master.log")));
    }

    /** Kills a worker, counted from 1, and its executor, as a machine that loses its power does. */
    void kill(int worker) {
        kill(processes.get(worker));
    }

    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        processes.forEach(StandaloneCluster::kill);
    }
}
