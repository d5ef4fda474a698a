package gradientlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.cli.Mutants.Form;
import gradientlab.continuation.LabWork;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.engine.Engine;
import gradientlab.experiments.lesson.InitialLoss;
import gradientlab.lab.FinishedRun;
import gradientlab.lab.Lab;
import gradientlab.lab.LabFolder;
import gradientlab.lab.LabReport;
import gradientlab.lab.Scale;
import gradientlab.lab.TrainReport;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.cases.CaseFile;
import gradientlab.runfolder.Verification;
import gradientlab.runfolder.WorkFolder;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardListener;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One small file of every kind that the program reads, and how it reads it. */
final class ReadableFiles {

    /** Reads a file as the program does, and whatever is made of it. */
    interface Reader {
        void read() throws IOException;
    }

    /**
     * A file.
     *
     * @param share of all mutants
     */
    record Row(Path file, Form form, double share, Reader reader) {}

    static final List<String> NAMES = List.of(
            "run.json",
            "metrics.csv",
            "snapshots.json",
            "history.json",
            "session.json.gz",
            "manifest.json",
            "provenance.json",
            "result.json",
            "config.json",
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte.gz",
            "sample.csv",
            "sample.npy",
            "network.zip",
            "cases.json");

    private final Path folder;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private ReadableFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes them into a folder. */
    static ReadableFiles in(Path folder) throws IOException {
        ReadableFiles files = new ReadableFiles(folder);
        Backend.start();
        files.runFolders();
        files.labFolder();
        files.settings();
        files.data();
        files.samples();
        files.network();
        files.cases();
        return files;
    }

    Row row(String name) {
        return rows.get(name);
    }

    private void add(String name, Path file, Form form, double share, Reader reader) {
        rows.put(name, new Row(file, form, share, reader));
    }

    private static final TrainingPlan PLAN = TrainSettings.of(Map.of("width", 2, "epochs", 1, "batchesPerEpoch", 2))
            .toPlan();

    private static MnistDataset images() {
        Random random = new Random(1);
        float[] pixels = new float[40 * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        LabelledImages all = LabelledImages.of(
                28, 28, pixels, IntStream.range(0, 40).map(i -> i % 10).toArray());
        return new MnistDataset("random", all, all, Map.of());
    }

    private void runFolders() throws IOException {
        MnistDataset data = images();
        Provenance provenance = Provenance.now(data, Backend.start(), Engine.AUTO);
        DiagnosticListener diagnosis = DiagnosticListener.with(Schedule.every(1), Limits.DEFAULT, finding -> {})
                .watching(data.train().first(4));
        RunFolder judged = new RunFolder(folder.resolve("judged"));
        RunFolder plain = new RunFolder(folder.resolve("plain"));
        RunFolder shown = new RunFolder(folder.resolve("shown"));
        try (Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            DashboardListener listener = dashboard.listener("run");
            Watch watch = new Watch(name -> List.of(listener, diagnosis), Progress.NONE, new Interruption());
            TrainedRun run = new Trainer(data, watch).train("run", PLAN);
            put(plain.path(), new RunFiles().training(run, provenance));
            put(judged.path(), new RunFiles().training(run, provenance).history(diagnosis.history()));
            put(
                    shown.path(),
                    new RunFiles()
                            .training(run, provenance)
                            .session(dashboard.recording(listener).orElseThrow()));
        }
        add("run.json", plain.path().resolve("run.json"), Form.TEXT, 0.04, () -> {
            TrainReport.sections(plain);
            FinishedRun.in(plain.path());
        });
        add("metrics.csv", plain.path().resolve("metrics.csv"), Form.TEXT, 0.05, () -> TrainReport.sections(plain));
        add("snapshots.json", plain.path().resolve("snapshots.json"), Form.TEXT, 0.03, () -> {
            TrainReport.sections(plain);
            FinishedRun.in(plain.path());
        });
        add("history.json", judged.path().resolve("history.json"), Form.TEXT, 0.03, () -> {
            TrainReport.sections(judged);
            FinishedRun.in(judged.path());
        });
        add(
                "session.json.gz",
                shown.path().resolve("session.json.gz"),
                Form.GZIP_OF_TEXT,
                0.04,
                () -> FinishedRun.in(shown.path()));
    }

    private void labFolder() throws IOException {
        MnistDataset data = images();
        Provenance provenance = Provenance.now(data, Backend.start(), Engine.AUTO);
        Path path = folder.resolve("lab");
        LabFolder lab = new LabFolder(path);
        InitialLoss experiment = new InitialLoss();
        try (WorkFolder claimed = WorkFolder.claim(path)) {
            LabWork work = LabWork.begin(claimed, Scale.NORMAL, PLAN, Engine.AUTO, provenance);
            work.put(experiment, experiment.run(new Lab(data, PLAN, Watch.nobody(), 1)), List.of());
        }
        add("manifest.json", path.resolve("manifest.json"), Form.TEXT, 0.1, () -> {
            Verification.of(path);
            try (WorkFolder claimed = WorkFolder.claim(path)) {
                LabWork.begin(claimed, Scale.NORMAL, PLAN, Engine.AUTO, provenance);
            }
        });
        add("provenance.json", path.resolve("provenance.json"), Form.TEXT, 0.04, lab::provenance);
        add(
                "result.json",
                path.resolve("results/initial-loss.json"),
                Form.TEXT,
                0.06,
                () -> LabReport.sections(lab, List.of(experiment)));
    }

    private static void put(Path path, RunFiles files) throws IOException {
        try (WorkFolder work = WorkFolder.reopen(path)) {
            work.put(files.all());
        }
    }

    private void settings() throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(
                file,
                new ObjectMapper().writeValueAsString(TrainSettings.of(PLAN).toJson()));
        add("config.json", file, Form.TEXT, 0.06, () -> TrainSettings.read(file).toPlan());
    }

    private void data() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        ByteBuffer images = ByteBuffer.allocate(16 + 12 * 4);
        images.putInt(0x0803).putInt(12).putInt(2).putInt(2);
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1};
        for (String set : List.of("train", "t10k")) {
            Files.write(data.resolve(set + "-images-idx3-ubyte"), images.array());
            java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
            try (var out = new java.util.zip.GZIPOutputStream(packed)) {
                out.write(labels);
            }
            Files.write(data.resolve(set + "-labels-idx1-ubyte.gz"), packed.toByteArray());
        }
        add(
                "train-images-idx3-ubyte",
                data.resolve("train-images-idx3-ubyte"),
                Form.BYTES,
                0.1,
                () -> MnistDataset.in(data));
        add(
                "train-labels-idx1-ubyte.gz",
                data.resolve("train-labels-idx1-ubyte.gz"),
                Form.GZIP_OF_BYTES,
                0.08,
                () -> MnistDataset.in(data));
    }

    private void samples() throws IOException {
        Path csv = folder.resolve("sample.csv");
        Files.writeString(csv, "length,width,kind\n1.5,2,0\n2.5,1e-3,1\n-1,0,1\n");
        add("sample.csv", csv, Form.TEXT, 0.13, () -> new SampleFile(csv, null, 2, 128).read());
        Path npy = folder.resolve("sample.npy");
        Files.write(npy, npy("<f4", "(3, 2)", 24));
        Path labels = folder.resolve("labels.npy");
        Files.write(labels, npy("|u1", "(3,)", 3));
        add("sample.npy", npy, Form.BYTES, 0.1, () -> new SampleFile(npy, labels, 2, 128).read());
    }

    static byte[] npy(String kind, String shape, int bytes) {
        byte[] header = ("{'descr': '" + kind + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length)
                .put(header)
                .array();
    }

    private void network() throws IOException {
        Path file = folder.resolve("network.zip");
        PLAN.with(b -> b.inputs(3)).spec().toNetwork().save(file.toFile(), true);
        add("network.zip", file, Form.ZIP, 0.06, () -> SavedNetwork.read(file));
    }

    private void cases() throws IOException {
        Path file = folder.resolve("cases.json");
        try (InputStream in = CaseFile.class.getResourceAsStream("published-cases.json")) {
            JsonNode all = new ObjectMapper().readTree(in);
            Files.writeString(
                    file, "[" + all.get(0).toPrettyString() + ", " + all.get(1).toPrettyString() + "]");
        }
        add("cases.json", file, Form.TEXT, 0.08, () -> CaseFile.read(file));
    }
}
