/** Stars before anything is ranked: fewer say more of chance than of a person. */
export const fewestStars = 3;
