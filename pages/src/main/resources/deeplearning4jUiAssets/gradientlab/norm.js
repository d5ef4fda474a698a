/** The Euclidean norm of values, from what is known of all of them: Σx² = n mean² + (n − 1) std². */
export const norm = ({count, mean, std}) => Math.sqrt(count * mean * mean + (count > 1 ? (count - 1) * std * std : 0));
