package gradientlab.benchmarks;

import gradientlab.engine.Engine;
import gradientlab.engine.StepEngine;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.dataset.DataSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One training step of the lecture's net, batch 32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0")
public class StepBenchmark {

    @Param({"direct", "dl4j"})
    public String engine;

    @Param({"1", "5", "20"})
    public int depth;

    @Param({"false", "true"})
    public boolean batchNorm;

    private StepEngine steps;
    private DataSet batch;

    @Setup
    public void open() throws IOException {
        Backend.start();
        Size size = new Size(depth, 128, 32, batchNorm, 0);
        batch = ImageIterator.inOrder(MnistDataset.bundled().train(), size.batch())
                .next();
        steps = Engine.parse(engine).on(Task.spec(size).toNetwork());
    }

    @Benchmark
    public void step() {
        steps.fit(batch);
    }
}
