/** What a box for files offers to choose. Without HEIC in it, an iPhone gives a JPEG of a photo by itself. */
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,.docx,.txt";
