package gradientlab.benchmarks;

/**
 * One line of the table.
 *
 * @param cpuMicrosPerStep median over the rounds of the training thread's processor time
 * @param wallMicrosPerStep the same by the clock
 * @param ratioToPyTorch processor time over that of PyTorch as it is installed; NaN where there is none
 * @param ratioToPyTorchWithOpenBlas the same over PyTorch with the OpenBLAS that ND4J ships
 */
record Row(
        Size size,
        String contender,
        double cpuMicrosPerStep,
        double wallMicrosPerStep,
        double ratioToPyTorch,
        double ratioToPyTorchWithOpenBlas) {}
