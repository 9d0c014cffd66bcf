export function drawTree(): string { return ''; }
