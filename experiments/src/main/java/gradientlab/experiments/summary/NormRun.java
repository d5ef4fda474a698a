package gradientlab.experiments.summary;

/**
 * One net with one norm, trained at one batch size.
 *
 * @param accuracy share of all test examples (quick 1,000) in inference
 * @param accuracyTraining share of the first 1,024 test examples, or of the first 256 batches where these are fewer, each among the others of a batch of that size, in
 *     training mode; for a batch of one with batch norm every logit is that of β
 * @param noise std of an example's logits over batches of other companions in training mode, mean over its logits, over
 *     the std of all logits in inference; NaN for batches of one, which have no companions
 * @param aloneDifference the largest difference of a logit between training mode and inference of an example alone, over
 *     the std of all logits in inference
 */
record NormRun(
        String normalisation,
        int batchSize,
        long seed,
        double accuracy,
        double accuracyTraining,
        double noise,
        double aloneDifference) {}
