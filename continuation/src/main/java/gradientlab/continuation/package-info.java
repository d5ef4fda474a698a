/**
 * Trainings and experiments that go on where a process has ended: what a folder belongs to, what is finished in it, and where
 * an unfinished repetition stands.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine}, {@code gradientlab.engine.probe}, {@code gradientlab.lab},
 * {@code gradientlab.lab.run}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code gradientlab.runfolder}, {@code gradientlab.session}.
 */
package gradientlab.continuation;
